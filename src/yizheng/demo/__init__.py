"""The demo: a made-up city with its people and cases, made by doing what the office does, over past working days."""
