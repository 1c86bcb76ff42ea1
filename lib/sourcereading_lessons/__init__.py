"""Lessons on paper: a text, a student's sheet, a key, the machine's page and a teacher's page, each one side of A4."""
