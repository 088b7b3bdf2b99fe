"""How fast one case goes through the one door, beside the same case by hand and the bare disk (``make bench``)."""
