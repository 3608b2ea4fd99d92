"""What differs between two editions of a procedure, word by word; as text, as data and as an HTML document."""
