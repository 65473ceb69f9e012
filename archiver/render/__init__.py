"""Draws results: JSON for programs, rich text for people. Nothing from outside reaches a terminal uncleaned."""
