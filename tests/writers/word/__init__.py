"""The Word document, part by part."""
