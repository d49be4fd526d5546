"""ST.26 XML: one codec for files, stored rows and the clipboard."""
