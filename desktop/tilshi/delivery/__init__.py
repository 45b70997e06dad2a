"""Sending a release out, when the user says so."""
