"""The catalogue as text: its files read, checked by their shape, laid out, packed and handed in."""
