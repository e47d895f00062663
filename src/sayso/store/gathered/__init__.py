"""Origins and incidents kept, what finding them reads and writes, and what people decided on them; what others have coded."""
