"""Tables and sentences made from the tables of a reading."""
