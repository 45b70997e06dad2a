"""The dialog of the glossary: a table to look through, an editor of concepts, import and export."""
