"""All tables of some articles, and the corrections of their readers."""
