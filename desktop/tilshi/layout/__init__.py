"""A release, a template and an organisation become blocks ready to be written."""
