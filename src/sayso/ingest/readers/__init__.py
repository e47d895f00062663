"""One module a format; `formats.READERS` lists them."""
