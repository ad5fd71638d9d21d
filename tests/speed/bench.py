"""Speed and memory, printed: ``make bench``.  Each figure is the median of several runs in this one process."""

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.speed.peer import Peer

ROOT = Path(__file__).parents[2]
WORDS = 300  # of an article, the size in which speeds are told
ROUNDS = 5


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median wall time of some work."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def peak_mb() -> float:
    """Largest resident memory of this process so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


OPENING = """
import json, resource, time
start = time.perf_counter()
from geoevents.atlas.gazetteer import Gazetteer
loaded = time.perf_counter()
atlas = Gazetteer.load()
opened = time.perf_counter()
names = [atlas._name(row) for row in range(0, len(atlas), len(atlas) // 10_000)][:10_000]
exact = []
for name in names:
    begin = time.perf_counter()
    atlas.candidates(name)
    exact.append(time.perf_counter() - begin)
exact = sorted(exact)[len(exact) // 2]
wrong = [n[:2] + n[3:] for n in names[::100] if len(n) > 6]
times = []
for name in wrong:
    begin = time.perf_counter()
    atlas.candidates(name, fuzzy=True)
    times.append(time.perf_counter() - begin)
print(json.dumps({"open_s": opened - loaded, "exact_us": exact * 1e6, "fuzzy_ms": sorted(times)[len(times) // 2] * 1e3,
                  "names": len(names), "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def opening() -> dict[str, float]:
    """Opening the atlas and asking it 10,000 names, in a fresh process."""
    done = subprocess.run([sys.executable, "-c", OPENING], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def articles() -> list[object]:
    """Articles of about 300 words, made of those in seeds/."""
    from geoevents.articles.article import Article
    from geoevents.articles.read import read_articles

    made = []
    seeds = list(read_articles(ROOT / "seeds"))
    for k in range(len(seeds)):
        texts = [seeds[(k + j) % len(seeds)].text for j in range(len(seeds))]
        text = ""
        for part in texts:
            if len(text.split()) >= WORDS:
                break
            text += part + "\n\n"
        made.append(Article(id=str(k), text=text, published=seeds[k].published))
    return made


def against_peer(ours: Callable[[], object], texts: Sequence[str]) -> tuple[float, float]:
    """(our processor seconds, the peer's) for the same texts, in turns in one run, the best of three each."""
    own, other = [], []
    with Peer(texts, folder=ROOT / ".bench") as peer:
        for _ in range(3):
            start = time.process_time()
            ours()
            own.append(time.process_time() - start)
            other.append(peer.seconds())
    return min(own), min(other)


def main() -> None:
    """Prints all figures."""
    from geoevents.articles.segments import segment
    from geoevents.atlas.gazetteer import Gazetteer
    from geoevents.atlas.mentions import find_mentions
    from geoevents.events.find import find_events

    package = sum(p.stat().st_size for p in (ROOT / "data/gazetteer").iterdir()) / 1e6
    print(f"atlas on disk                              {package:8.1f} MB")
    facts = opening()
    print(f"atlas opens in                             {facts['open_s']:8.3f} s")
    print(f"exact look-up, median of {facts['names']:,} names      {facts['exact_us']:8.1f} µs")
    print(f"fuzzy look-up, median                      {facts['fuzzy_ms']:8.2f} ms")
    print(f"resident after opening and those names     {facts['mb']:8.0f} MB")
    atlas, texts = Gazetteer.load(), articles()
    words = statistics.mean(len(a.text.split()) for a in texts)  # type: ignore[attr-defined]
    names = seconds(lambda: [find_mentions(a, atlas, segments=segment(a.text)) for a in texts]) / len(texts)  # type: ignore[arg-type]
    whole = seconds(lambda: [find_events(a, atlas) for a in texts]) / len(texts)  # type: ignore[arg-type]
    print(
        f"names found and placed                     {1 / names:8.0f} articles of {words:.0f} words a second, one core"
    )
    print(
        f"names and events (geoevents extract)       {1 / whole:8.0f} articles of {words:.0f} words a second, one core"
    )
    print(f"resident at the end                        {peak_mb():8.0f} MB")
    own, peer = against_peer(
        lambda: [find_mentions(a, atlas, segments=segment(a.text)) for a in texts],  # type: ignore[arg-type]
        [a.text for a in texts],  # type: ignore[attr-defined]
    )
    print(f"finding and placing names, against only finding them with geoparser 0.6.2: {peer / own:.0f} times as fast")
    print(f"  ({len(texts) / own:.0f} and {len(texts) / peer:.0f} articles a second of processor time, same articles)")


if __name__ == "__main__":
    main()
