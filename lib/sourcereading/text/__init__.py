"""From files to articles, sentences, tokens and quotation marks. Imports no other room."""
