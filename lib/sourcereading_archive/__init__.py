"""Archives: the tables of corpora larger than memory, as Parquet, in parts that are whole or not there.

A source goes through ``partitions`` in pieces of some hundred articles. Each piece is read by a process of its own
(``reader``), which a worker watches (``watched``): if an article kills it, that article is refused by name and the
others are read. A part is written beside its place and renamed when whole (``parts``). ``run`` sends the pieces to a
Dask cluster; ``finish`` counts what came out and writes the manifest.
"""
