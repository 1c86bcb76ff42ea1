"""All tables of some articles, and the corrections of their readers."""

from sourcereading.reading.column_help import in_words, meanings
from sourcereading.reading.corrections import Correction, Corrections
from sourcereading.reading.reading import Reading, analyse, load, read
from sourcereading.reading.schema import SCHEMAS

__all__ = ["SCHEMAS", "Correction", "Corrections", "Reading", "analyse", "in_words", "load", "meanings", "read"]
