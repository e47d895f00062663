"""Texts as databases can hold them; reports and events as rows, and back; numbers of names and places."""
