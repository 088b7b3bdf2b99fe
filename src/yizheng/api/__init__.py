"""The API: the same papers, commands, refusals and sight as the pages, as JSON (docs/generated/openapi.json)."""
