"""Forms of the catalogue for people: what each part is made of, how it is named, entered, read and compared."""
