"""Charts, tables on screen, pages of articles and notebooks, and the folder of reports."""
