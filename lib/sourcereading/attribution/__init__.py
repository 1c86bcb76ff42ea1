"""Who says what: the statements of an article, their speakers and the words that introduce them."""
