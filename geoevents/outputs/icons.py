"""The signs of categories as small PNG pictures, drawn by our own lines: the same bytes everywhere."""

import math
import struct
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

from geoevents.outputs.palette import Style

__all__ = ["STATUS_ICONS", "icon"]

# Which sign a status has; colours and fills as on the page (outputs.md 6.4).
STATUS_ICONS = {
    "confirmed": "plain", "reported": "plain", "claimed": "hollow", "planned": "hollow", "disputed": "disputed",
    "denied": "struck", "cancelled": "struck",
}  # fmt: skip
_PIXELS, _FINER = 32, 4  # drawn four times finer, then averaged
_EDGES = {"plain": 0.1, "disputed": 0.1}  # width of the outline, of the radius; hollow signs have a wider one
_HOLLOW_EDGE, _CORE = 0.16, 0.45


def _corners(shape: str) -> list[tuple[float, float]]:
    """Outline in a circle of radius 1, y upwards."""

    def ring(n: int, turn: float, inner: float | None = None) -> list[tuple[float, float]]:
        steps = n if inner is None else 2 * n
        radii = [1.0 if inner is None or i % 2 == 0 else inner for i in range(steps)]
        angles = [math.radians(turn) + 2 * math.pi * i / steps for i in range(steps)]
        return [(r * math.cos(a), r * math.sin(a)) for r, a in zip(radii, angles, strict=True)]

    arm = 0.36
    plus = [(arm, 1), (arm, arm), (1, arm), (1, -arm), (arm, -arm), (arm, -1)]
    shapes = {
        "triangle": ring(3, 90), "triangle_down": ring(3, 270), "star": ring(5, 90, 0.42), "square": ring(4, 45),
        "diamond": ring(4, 90), "circle": ring(40, 0), "plus": [*plus, *[(-x, -y) for x, y in plus]],
    }  # fmt: skip
    return shapes[shape]


def icon(style: Style, sign: str) -> bytes:
    """A PNG of 32 x 32 pixels, transparent around the sign."""
    import shapely

    outline = shapely.Polygon(_corners(style.shape))
    inner = outline.buffer(-_EDGES.get(sign, _HOLLOW_EDGE), join_style="mitre")
    colour, dark, white = _rgb(style.colour), (40, 40, 40), (255, 255, 255)
    picture = np.zeros((_PIXELS * _FINER, _PIXELS * _FINER, 4))
    _paint(picture, outline, {"plain": dark, "disputed": (0, 0, 0)}.get(sign, colour))
    _paint(picture, inner, colour if sign == "plain" else white)
    if sign == "disputed":
        _paint(picture, shapely.affinity.scale(outline, _CORE, _CORE, origin=(0, 0)), colour)
    if sign == "struck":
        _paint(picture, shapely.LineString([(-1, -1), (1, 1)]).buffer(0.12), colour)
    fine = picture.reshape(_PIXELS, _FINER, _PIXELS, _FINER, 4)
    alpha = fine[..., 3:].mean(axis=(1, 3))
    mixed = (fine[..., :3] * fine[..., 3:]).mean(axis=(1, 3)) / np.maximum(alpha, 1e-9)
    return _png(np.rint(np.concatenate([mixed, alpha * 255], axis=2)).astype(np.uint8))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _paint(picture: npt.NDArray[np.float64], shape: Any, colour: tuple[int, int, int]) -> None:
    import shapely

    at = (np.arange(len(picture)) + 0.5) / len(picture) * 2.2 - 1.1  # a tenth of air around the circle
    x, y = np.meshgrid(at, -at)
    picture[shapely.contains_xy(shape, x, y)] = (*colour, 1.0)


def _png(pixels: npt.NDArray[np.uint8]) -> bytes:
    height, width, _ = pixels.shape
    raw = b"".join(b"\x00" + row.tobytes() for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(c)) + t + c + struct.pack(">I", zlib.crc32(t + c)) for t, c in chunks)
    return b"\x89PNG\r\n\x1a\n" + body
