"""Archives: parts that are whole or not there, articles that kill their process, runs that are stopped."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pandas as pd
import pytest

import sourcereading as sr
from sourcereading import issues
from sourcereading.analysis import aggregated
from sourcereading.analysis.findings.counted import hedges_of, own_words
from sourcereading.analysis.sources import known_sources
from sourcereading.reading.in_order import Manner
from sourcereading.reading.schema import SCHEMAS
from sourcereading.report.show_archive import ARCHIVE
from sourcereading.text.articles import NothingToRead, Source, stream
from sourcereading.text.paths import ReaderError
from sourcereading.text.safe_files import only_writer
from sourcereading.text.writable import PlaceError
from sourcereading_archive import finish, parts, run, selection
from sourcereading_archive.aggregates import AGGREGATES, aggregates_of, total
from sourcereading_archive.frames import ddl, tables_of
from sourcereading_archive.partitions import partitions
from sourcereading_archive.reader import Job, read_part
from sourcereading_archive.run import write_archive
from sourcereading_archive.selection import read_archive
from sourcereading_archive.watched import ReaderProcess

ROOT = Path(__file__).parent.parent
posix = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is a text")
SENTENCES = (
    "“It may rain in Velia,” Ana Ruiz said.", "Ben Holm, the mayor, warned that the dam could fail.",
    "According to the ministry, taxes will almost certainly rise.", "The harbour was closed on Monday.",
    "Ida Holm denied that she had known.", "“We don’t know yet,” he said, “whether it is likely.”",
)  # fmt: skip
# A reader that one word kills, as a fault in a library below would, and in which another word takes for ever.
KILLED_BY_A_WORD = """
import os, signal, time
from sourcereading.reading import one_article
from sourcereading_archive import reader
plain = one_article.ArticleReading.__init__
def fragile(self, article, *rest):
    if "poison" in article["text"]:
        os.kill(os.getpid(), signal.SIGKILL)
    if "endless" in article["text"]:
        time.sleep(600)
    if "once" in article["text"] and not os.path.exists(mark := article["title"]):
        open(mark, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    plain(self, article, *rest)
one_article.ArticleReading.__init__ = fragile
"""
RUN = "from sourcereading_archive import reader; reader.main()"


def invented(number):
    """That many invented articles, each another text."""
    texts = ((f"In year {n}. " + " ".join(islice(cycle(SENTENCES), n % 7, n % 7 + 1 + n % 2))) for n in range(number))
    outlets = cycle(["The Gazette", "Port Halden Post", ""])
    return pd.DataFrame([{"text": text, "title": f"T {n}", "outlet": next(outlets)} for n, text in enumerate(texts)])


@contextmanager
def no_cluster(*arguments):
    yield None


def pieces(texts, articles=500):
    frame = texts if isinstance(texts, pd.DataFrame) else pd.DataFrame({"text": texts})
    return list(partitions((s for s in stream(frame) if isinstance(s, Source)), "1", articles))


def job(folder, partition):
    return Job(folder, partition, Manner(issues.codebook()))


def gathered(folder, name):
    """A table of all parts, in the order of the source."""
    return pd.concat(finish.column(folder, parts.part_names(folder), name), ignore_index=True)


# -- partitions and parts ------------------------------------------------------------------------------------------


def test_every_source_is_in_one_partition():
    frame = pd.DataFrame({"text": [*SENTENCES[:4], "", SENTENCES[0]], "title": [*"abcdef"]})
    cut = pieces(frame, articles=4)
    assert [(p.sources, len(p.articles), p.read_once) for p in cut] == [(4, 4, 0), (2, 0, 1)]
    assert [p.outcome for p in cut[1].problems] == ["refused", "warned"]
    assert [p.name[:11] for p in cut] == ["part-000000", "part-000001"]


def test_a_long_text_fills_a_partition():
    cut = list(partitions((s for s in stream(["word " * 300, "word " * 301, "short"])), "1", characters=2000))
    assert [p.sources for p in cut] == [2, 1]


@pytest.mark.parametrize("change", ["text", "title", "version"])
def test_another_article_or_program_is_another_part(change):
    first = pieces(frame := invented(1))[0].name
    if change == "version":
        assert next(partitions(stream(frame), "2")).name != first
    else:
        frame.loc[0, change] = "Another."
        assert pieces(frame)[0].name != first
    assert pieces(invented(1))[0].name == first


def test_a_part_holds_the_rows_of_the_reading(tmp_path):
    frame = invented(5)
    counts = read_part(job(tmp_path, pieces(frame)[0]))
    assert counts.balanced and counts.articles == 5
    reading = sr.read(frame)
    for name in SCHEMAS:
        pd.testing.assert_frame_equal(gathered(tmp_path, name), getattr(reading, name))
        assert counts.rows[name] == len(getattr(reading, name))


def test_a_part_that_cannot_be_written_leaves_nothing(tmp_path, monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(28, "No space left on device", "x.parquet")

    monkeypatch.setattr(pd.DataFrame, "to_parquet", full)
    with pytest.raises(OSError, match="No space left"):
        read_part(job(tmp_path, pieces(invented(2))[0]))
    assert list((tmp_path / "parts").iterdir()) == []


def test_a_part_that_is_there_stays(tmp_path):
    piece = job(tmp_path, pieces(invented(2))[0])
    read_part(piece)
    file = tmp_path / "parts" / piece.partition.name / "statements.parquet"
    before = file.stat().st_mtime_ns
    read_part(piece)
    assert file.stat().st_mtime_ns == before
    assert [entry.name for entry in (tmp_path / "parts").iterdir()] == [piece.partition.name]


# -- aggregates ----------------------------------------------------------------------------------------------------


def test_aggregates_of_parts_add_up_to_those_of_the_whole():
    frame = invented(40)
    frame["date"] = [["2026-01-03", "2026-02", "3 March 2026", ""][n % 4] for n in range(40)]
    frame.loc[5, "text"] += " The war went on, and Ana Ruiz declined to comment."
    frame.loc[6, "text"] += " Ana Ruiz and Ben Holm said in a statement that it leaked. “No,” it was said on Twitter."
    whole = aggregates_of(tables_of(frame))
    of_parts = [aggregates_of(tables_of(frame[n : n + 7])) for n in range(0, 40, 7)]
    for name in AGGREGATES:
        summed = total(name, (part[name] for part in of_parts))
        pd.testing.assert_frame_equal(summed, whole[name])
        assert summed[list(AGGREGATES[name].sums)].to_numpy().sum() > 0, name
    reading = sr.read(frame)
    articles = whole["articles"]
    assert articles["articles"].sum() == 40 and articles["words"].sum() == reading.articles["words"].sum()
    assert articles.groupby("month")["articles"].sum().to_dict() == {"": 20, "2026-01": 10, "2026-02": 10}
    body = sr.in_body(reading.statements, reading.sentences)
    assert whole["words"].groupby("voice")["words"].sum().to_dict() == dict(sr.words_by(body, ["voice"]).to_numpy())
    assert whole["marks"]["marks"].sum() == len(sr.in_body(reading.certainty, reading.sentences))
    named = sr.outside_names(reading.issues)
    assert whole["issue_articles"]["articles"].sum() == len(named[["article_id", "issue"]].drop_duplicates())
    assert whole["issues"]["mentions"].sum() == len(named)
    assert whole["sources"]["sources"].sum() == len(known_sources(reading.speakers)) < len(reading.speakers)
    counted = ["statements", "words"]  # what two say together for each of them
    channels = sr.by_channel(reading).set_index("channel")[counted].sort_index()
    pd.testing.assert_frame_equal(whole["channels"].groupby("channel")[counted].sum(), channels)
    assert channels.loc["written statement", "statements"] == 2
    assert channels["statements"].sum() == whole["sources"]["statements"].sum()
    assert whole["declined"].to_numpy().tolist() == [["", "2026-02", 1, 1]]


# -- articles out of an archive ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """30 articles in four parts, with warnings and one that is refused; and the reading of the same."""
    folder = tmp_path_factory.mktemp("archives")
    frame = invented(30)
    frame["date"] = [f"2026-0{1 + n % 3}-05" for n in range(30)]
    frame.loc[4, "text"] = ""
    frame.to_json(folder / "a.jsonl", orient="records", lines=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run, "_client", no_cluster)
        patch.setattr(run, "_read", lambda client, jobs, meter: {job.partition.name: read_part(job) for job in jobs})
        write_archive(folder / "a.jsonl", folder / "archive", articles=8)
    return folder / "archive", sr.read(folder / "a.jsonl")


def test_articles_are_taken_out_of_an_archive_as_a_reading(archive):
    folder, reading = archive
    taken = read_archive(folder, "outlet == 'The Gazette' and date < '2026-02'")
    assert taken.which == "where outlet == 'The Gazette' and date < '2026-02'"
    ids = reading.articles.query("outlet == 'The Gazette' and date < '2026-02'")["article_id"]
    assert len(ids) == taken.reading.sources == 10
    for name in set(SCHEMAS) - {"problems"}:
        whole = getattr(reading, name)
        wanted = whole[whole["article_id"].isin(ids)].reset_index(drop=True)
        pd.testing.assert_frame_equal(getattr(taken.reading, name), wanted)
    assert set(taken.reading.problems["file"]) <= set(taken.reading.articles["file"])
    assert taken.reading.codebook == reading.codebook
    assert read_archive(folder).which == "" and len(read_archive(folder).reading.articles) == 29


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("outlet == 'Nobody'", "no article where outlet == 'Nobody'"),
        ("outlet = 'x'", "is no condition"),
        ("nowhere > 1", r"is no condition .*write one on article_id, title, outlet"),
        ("words + 1", "compare one of article_id"),
        ("@folder == 1", "is no condition"),
        ("words > 0", "29 articles where words > 0: more than the 20 that a report shows; narrow"),
    ],
)
def test_a_condition_that_fits_nothing_too_much_or_is_none_is_an_error(archive, monkeypatch, where, words):
    monkeypatch.setattr(selection, "MOST", 20)
    with pytest.raises(ReaderError, match=words):
        read_archive(archive[0], where)


def test_the_first_articles_of_an_archive_are_counted(archive, monkeypatch):
    monkeypatch.setattr(selection, "FIRST", 10)
    taken = read_archive(archive[0])
    assert taken.which == "the first 10 of 29 articles"
    assert taken.reading.articles["title"].tolist() == archive[1].articles["title"].tolist()[:10]


def test_an_archive_is_no_articles(archive, tmp_path):
    with pytest.raises(NothingToRead, match="is an archive, not articles; `sourcereading reports` shows it"):
        sr.read(archive[0])
    shutil.copytree(archive[0], tmp_path / "archive")
    (tmp_path / "a.txt").write_text("Ana Ruiz said so.")
    problems = sr.read(tmp_path).problems
    assert problems[["file", "reason"]].to_numpy().tolist() == [["archive", "an archive, not articles; left out"]]


@pytest.mark.parametrize("what", ["issues by outlet", "issues by month", "voices", "sources"])
def test_a_notebook_shows_what_all_articles_of_an_archive_have(archive, monkeypatch, what):
    assert sr.show_archive(what) is None
    monkeypatch.setenv(ARCHIVE, str(archive[0]))
    shown = repr(sr.show_archive(what))
    assert "all 29 articles of the archive" in shown and ("2026-03" if "month" in what else "The Gazette") in shown


def test_rates_of_an_archive_are_those_of_its_articles(archive):
    folder, reading = archive
    aggregates = {file.stem: pd.read_parquet(file) for file in (folder / "aggregates").iterdir()}
    found = aggregated.issues_by(aggregates, "outlet")
    outlets = reading.articles.set_index("article_id")["outlet"]
    named = sr.outside_names(reading.issues).assign(outlet=lambda rows: rows["article_id"].map(outlets))
    articles = named.drop_duplicates(["article_id", "issue"]).groupby(["outlet", "issue"]).size()
    assert found.set_index(["outlet", "issue"])["articles"].sort_index().to_dict() == articles.to_dict()
    assert found["mentions"].sum() == len(named)
    first = found.iloc[0]
    assert (first["outlet"], first["all_articles"]) == ("", 10)
    assert first["percent"] == 10 * first["articles"]
    voices = aggregated.voices_by_outlet(aggregates).set_index("outlet")
    gazette = replace(reading, **{
        name: frame[frame["article_id"].isin(reading.articles.query("outlet == 'The Gazette'")["article_id"])]
        for name, frame in reading.tables().items() if name != "problems"
    })  # fmt: skip
    words = own_words(gazette, ["voice"]).set_index("voice")["words"]
    assert voices.loc["The Gazette", "words"] == words.sum()
    assert voices.loc["The Gazette", "quoted_percent"] == pytest.approx(100 * words["direct"] / words.sum())
    hedges = sr.without_reporting_clauses(hedges_of(gazette), gazette.statements)
    assert voices.loc["The Gazette", "hedges"] == len(hedges) > 0
    sources = aggregated.sources_by_outlet(aggregates)
    assert sources["sources"].sum() == len(known_sources(reading.speakers))
    assert sources.groupby("outlet")["sources_percent"].sum().round(6).eq(100).all()


# -- the watched process -------------------------------------------------------------------------------------------


@pytest.fixture
def fragile():
    process = ReaderProcess(patience=8, command=[sys.executable, "-c", KILLED_BY_A_WORD + RUN])
    yield process
    process.stop()


@pytest.mark.slow
def test_an_article_that_kills_its_process_is_refused_by_name(tmp_path, fragile):
    frame = invented(6)
    frame.loc[2, "text"] += " A poison."
    frame.loc[4, "text"] += " An endless one."
    counts = fragile.read(job(tmp_path, pieces(frame)[0]).packed())
    assert (counts.sources, counts.articles, counts.refused) == (6, 4, 2) and counts.balanced
    refused = gathered(tmp_path, "problems").query("outcome == 'refused'")
    assert refused["file"].tolist() == ["row 3", "row 5"]
    assert "SIGKILL" in refused["reason"].iloc[0] and "not read within 8 seconds" in refused["reason"].iloc[1]
    assert gathered(tmp_path, "articles")["title"].tolist() == ["T 0", "T 1", "T 3", "T 5"]


@pytest.mark.slow
def test_one_death_may_be_an_accident(tmp_path, fragile):
    frame = invented(3)
    frame.loc[1, "text"] += " Only once."
    frame.loc[1, "title"] = str(tmp_path / "mark")
    counts = fragile.read(job(tmp_path / "archive", pieces(frame)[0]).packed())
    assert (counts.articles, counts.refused) == (3, 0)


def test_a_process_that_cannot_begin_refuses_no_article(tmp_path):
    process = ReaderProcess(command=[sys.executable, "-c", "raise SystemExit(7)"])
    with pytest.raises(ChildProcessError, match="exit status 7"):
        process.read(job(tmp_path, pieces(invented(3))[0]).packed())


# -- the whole -----------------------------------------------------------------------------------------------------


def whole(folder, reading):
    """Compares an archive with the tables of a reading: the same rows, problems in any order."""
    for name in SCHEMAS:
        if name in ("problems", "changes"):
            found = pd.read_parquet(folder / f"{name}.parquet")
            assert sorted(found.values.tolist()) == sorted(getattr(reading, name).values.tolist())
        else:
            pd.testing.assert_frame_equal(gathered(folder, name), getattr(reading, name))
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["sources"] == manifest["articles"] + manifest["refused"] + manifest["read_once"]
    assert manifest["rows"] == {name: len(getattr(reading, name)) for name in SCHEMAS}
    assert (folder / "_SUCCESS").is_file()


@pytest.mark.slow
def test_an_archive_has_the_rows_of_the_tables_after_a_stop_and_lost_workers(tmp_path):
    """2,000 articles, two of them refused and one twice; the run is killed, then a reader, then a worker."""
    frame = invented(2000)
    frame.loc[[7, 1500], "text"] = ""
    frame.loc[1999, "text"] = frame.loc[3, "text"]
    source, out = tmp_path / "articles.jsonl", tmp_path / "archive"
    frame.to_json(source, orient="records", lines=True)
    (tmp_path / "run.py").write_text(
        "import sys\nfrom sourcereading_archive.run import write_archive\n"
        "if __name__ == '__main__':\n    write_archive(*sys.argv[1:3], workers=2, articles=150)\n"
    )

    def started():
        return subprocess.Popen([sys.executable, tmp_path / "run.py", source, out], env=os.environ)

    def wait_for(number):
        until = time.monotonic() + 120
        while len(parts.part_names(out)) < number:
            assert time.monotonic() < until
            time.sleep(0.05)

    first = started()
    wait_for(2)
    first.kill()
    first.wait()
    assert not (out / "_SUCCESS").exists() and not (out / "manifest.json").exists()

    second = started()
    wait_for(4)
    kill_one("sourcereading_archive.reader")
    wait_for(6)
    kill_one("from multiprocessing.spawn import spawn_main")
    assert second.wait(240) == 0
    whole(out, sr.read(source))

    before = {file: file.stat().st_mtime_ns for file in out.rglob("*")}
    write_archive(source, out, articles=150)
    assert {file: file.stat().st_mtime_ns for file in out.rglob("*")} == before


def kill_one(words):
    """Kills one process whose command has these words, if there is one that is a grandchild or child of this test."""
    found = subprocess.run(["pgrep", "-f", words], capture_output=True, text=True).stdout.split()
    ours = [pid for pid in map(int, found) if os.getpid() in ancestors(pid)]
    assert ours, f"no process with {words}"
    os.kill(ours[0], signal.SIGKILL)


def ancestors(pid):
    while pid > 1:
        yield pid
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


@pytest.mark.slow
def test_corrections_count_in_an_archive(tmp_path):
    source = tmp_path / "articles"
    source.mkdir()
    for n in range(5):
        (source / f"{n}.txt").write_text(f"Number {n}. Ana Ruiz said that it may rain.\n\nRuiz said no more.\n")
    (source / "people.csv").write_text("name,aliases,role\nAna Ruiz,Ruiz,mayor\nNobody There,,\n")
    (source / "corrections.csv").write_text(
        "article,quote,change,value\n2.txt,may rain,speaker,Ben Holm\n,never there,speaker,Ben Holm\n"
    )
    write_archive(source, tmp_path / "out", workers=1, articles=2)
    whole(tmp_path / "out", sr.read(source))


@pytest.mark.parametrize("made", ["file", "other"])
def test_somebody_elses_folder_is_left_alone(tmp_path, made):
    (tmp_path / "a.txt").write_text("Ana Ruiz said so.")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(ReaderError, match="not empty, and no archive"):
        write_archive(tmp_path / "a.txt", tmp_path / "out")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_a_second_run_into_an_archive_is_told_who_writes_there(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Ana Ruiz said so.")
    monkeypatch.setattr(run, "_client", no_cluster)
    with only_writer(tmp_path / "out", "sourcereading archive"), ThreadPoolExecutor(1) as other:
        second = other.submit(write_archive, tmp_path / "a.txt", tmp_path / "out")
        with pytest.raises(PlaceError, match=rf"sourcereading archive \(process {os.getpid()} .* is writing there"):
            second.result()


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "no permission to write there")]
)
def test_a_disk_that_takes_nothing_is_an_error_with_file_and_remedy(tmp_path, monkeypatch, number, words):
    (tmp_path / "a.txt").write_text("Ana Ruiz said so.")

    def cannot(frame, file, **options):
        raise OSError(number, os.strerror(number), str(file))

    def read_here(client, jobs, meter):
        return {job.partition.name: read_part(job) for job in jobs}

    monkeypatch.setattr(run, "_client", no_cluster)
    monkeypatch.setattr(run, "_read", read_here)
    monkeypatch.setattr(pd.DataFrame, "to_parquet", cannot)
    with pytest.raises(PlaceError, match=rf"out/parts: .*{words}.*, or name another folder"):
        write_archive(tmp_path / "a.txt", tmp_path / "out")
    assert not (tmp_path / "out" / "_SUCCESS").exists()


def test_no_scheduler_there_is_an_error_with_its_address(tmp_path):
    (tmp_path / "a.txt").write_text("Ana Ruiz said so.")
    with pytest.raises(ReaderError, match=r"no Dask scheduler answers at tcp://127.0.0.1:1 .*leave --scheduler out"):
        write_archive(tmp_path / "a.txt", tmp_path / "out", scheduler="tcp://127.0.0.1:1")
    assert not (tmp_path / "out").exists()


def test_a_worker_that_is_lost_while_the_cluster_starts_costs_a_new_start_and_at_last_an_error(monkeypatch):
    started = []

    def cluster(**options):
        started.append(options["n_workers"])
        if len(started) != 3:
            raise RuntimeError("Nanny failed to start.")
        return "a cluster"

    monkeypatch.setattr("distributed.LocalCluster", cluster)
    assert run._started(2) == "a cluster" and started == [2, 2, 2]
    with pytest.raises(ReaderError, match=r"2 workers cannot be started .Nanny failed.* ask for fewer workers"):
        run._started(2)


@posix
def test_a_folder_whose_name_is_no_text_holds_a_part(tmp_path):
    folder = tmp_path / os.fsdecode(b"\xff")
    read_part(job(folder, pieces(invented(2))[0]))
    assert len(gathered(folder, "articles")) == 2
    frame, source = invented(3), folder / os.fsdecode(b"\xfe.parquet")
    source.write_bytes(frame.to_parquet())
    assert len([found for found in stream(source) if isinstance(found, Source)]) == run._counted(source) == 3


def test_how_many_sources_there_are_is_known_or_guessed(tmp_path):
    assert run._counted(tmp_path) == 1  # so that nothing is divided by none, or by the size of the folder
    for name in ("a.txt", "sources.csv", "people.csv", "b.html"):
        (tmp_path / name).write_text("text\n")
    assert [run._counted(place) for place in (tmp_path, tmp_path / "a.txt", tmp_path / "people.csv")] == [2, 1, 0]


# -- other engines -------------------------------------------------------------------------------------------------


def test_a_frame_of_refused_articles_gives_typed_empty_tables():
    tables = tables_of(pd.DataFrame({"text": ["", " "]}))
    assert tables["problems"]["outcome"].tolist() == ["refused", "refused"]
    for name in set(SCHEMAS) - {"problems"}:
        assert tables[name].empty
        told = dict(column.split() for column in ddl(name).split(", "))
        of_spark = {"str": "string", "int64": "bigint", "float64": "double", "bool": "boolean"}
        assert [of_spark[str(dtype)] for dtype in tables[name].dtypes] == list(told.values())
        assert list(tables[name]) == list(told)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*pandas:FutureWarning", "ignore::ResourceWarning")
def test_spark_gives_the_same_rows(monkeypatch):
    """The recipe of docs/at-scale.md. Spark 4 warns that it does not know pandas 3."""
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    pyspark = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("no Java on this machine")
    frame = invented(60)
    frame["file"] = [f"{n}.txt" for n in range(60)]
    spark = pyspark.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        articles = spark.createDataFrame(frame.to_dict("records")).repartition(4)

        def statements(frames):
            for part in frames:
                yield tables_of(part)["statements"]

        found = articles.mapInPandas(statements, ddl("statements")).collect()
    finally:
        spark.stop()
    expected = sr.read(frame).statements.astype(object).where(lambda cells: cells.notna(), None)  # as Spark has it
    assert sorted(map(tuple, found), key=str) == sorted(expected.itertuples(index=False, name=None), key=str)


class WithoutWorkers:
    """A cluster that no worker comes to; or one whose scheduler has ended."""

    def __init__(self, lost=False):
        self.lost = lost

    def nthreads(self):
        if self.lost:
            from distributed.comm import CommClosedError

            raise CommClosedError
        return {}

    def scheduler_info(self):
        return {"address": "tcp://a:1"}

    def wait_for_workers(self, number, timeout):
        raise TimeoutError


def test_a_cluster_without_workers_is_said_at_once_and_not_waited_for_without_end():
    said = []
    with pytest.raises(ReaderError, match=r"tcp://a:1 has no worker; start one .* run again: what is done stays"):
        run._Cluster(WithoutWorkers(), said.append).ended([])
    assert said == ["tcp://a:1 has no worker; start one with `dask worker tcp://a:1`. Waiting for one for 300 s"]
    with pytest.raises(ReaderError, match=r"scheduler has ended, .* start it"):
        run._Cluster(WithoutWorkers(lost=True), said.append).ended([])
