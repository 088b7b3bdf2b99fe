"""A revision 修订 of the catalogue: an overlay over a published version, what it concerns, how it is shown."""
