"""In what tone: two scorers, TextBlob and one of our own, for stretches and toward those named in them."""
