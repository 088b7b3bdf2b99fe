"""The first version of the API, one file per subject."""
