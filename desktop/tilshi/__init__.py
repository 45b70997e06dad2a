"""Tilshi without a screen: releases, languages, terms, checks, layout and export."""
