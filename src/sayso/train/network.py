"""The encoder and its heads, in torch.

One BERT-shaped encoder (all-MiniLM-L6-v2 to start from) reads word pieces with three small extra
embeddings (see `parse.pieces`). On top of it stand

* `roles`: a BIO tag for source, cue and content at each piece;
* `ties`: for a piece that begins a cue, the role that every other piece plays *for that cue*;
* `names`: a BIO tag for people, bodies, places and the rest;
* `same`: for two mentions, whether they name the same thing.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.parse.pieces import CASES, LINES, QUOTES

REACH = 256  # pieces: a farther distance counts as this one
BUCKETS = 32
NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder, as in the base model's config.json."""

    vocabulary: int = 30522
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    tie: int = 192
    roles: int = 7
    names: int = 9


class Layer(nn.Module):
    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        near = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
        if mask is not None:
            near = near + mask.to(near.dtype)
        # Written out: on a CPU the fused attention's way back takes a third of a whole step.
        mixed = torch.softmax(near.float(), -1).to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.places = nn.Embedding(shape.positions, shape.width)
        self.case = nn.Embedding(CASES, shape.width)
        self.quote = nn.Embedding(QUOTES, shape.width)
        self.line = nn.Embedding(LINES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        for extra in (self.case, self.quote, self.line):
            nn.init.normal_(extra.weight, std=0.005)

    def below(self, layers: int) -> list[nn.Module]:
        """The tables and the first layers; nothing where no layer is asked for."""
        tables = [self.words, self.places, self.case, self.quote, self.line, self.norm]
        return [*tables, *self.layers[:layers]] if layers else []

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, line: Tensor, mask: Tensor
    ) -> Tensor:
        places = self.places.weight[: ids.shape[1]]
        x = self.words(ids) + places + self.case(case) + self.quote(quote) + self.line(line)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def distance(offset: Tensor) -> Tensor:
    """Bucket of a signed distance in pieces: fine near 0, coarse far off."""
    side = (offset > 0).long() * (BUCKETS // 2)
    size = offset.abs().clamp(max=REACH)
    near = size.clamp(max=7)
    far = 7 + (torch.log2(size.clamp(min=8).float() / 8) * 1.6).long().clamp(max=BUCKETS // 2 - 8)
    return side + torch.where(size < 8, near, far)


def first_moves(tags: int) -> Tensor:
    """Scores of going from one BIO tag to the next before any are learned: an I follows only the
    B or I of its own role."""
    moves = torch.zeros(tags, tags)
    for tag in range(2, tags, 2):
        moves[:, tag] = NEVER
        moves[tag - 1 : tag + 1, tag] = 0.0
    return moves


def path_loss(scores: Tensor, moves: Tensor, tags: Tensor, ignore: int) -> Tensor:
    """Negative log-likelihood of tag sequences under a linear-chain CRF, per tag.

    scores: [b, n, k]; moves: [k, k]; tags: [b, n]. Where a tag is `ignore`, every tag is allowed:
    such places, [CLS] and padding among them, cost nothing.
    """
    known = tags != ignore
    allowed = torch.zeros_like(scores).masked_fill_(known[..., None], NEVER)
    allowed.scatter_(2, tags.clamp(min=0)[..., None], 0.0)
    both = torch.cat([scores, scores + allowed])
    total = both[:, 0]
    for i in range(1, scores.shape[1]):
        total = torch.logsumexp(total[:, :, None] + moves, dim=1) + both[:, i]
    free, held = torch.logsumexp(total, dim=-1).chunk(2)
    return (free - held).sum() / known.sum().clamp(min=1)


class Heads(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.roles = nn.Linear(shape.width, shape.roles)
        self.moves = nn.Parameter(first_moves(shape.roles))
        self.names = nn.Linear(shape.width, shape.names)
        self.tie_cue = nn.Linear(shape.width, shape.tie)
        self.tie_piece = nn.Linear(shape.width, shape.tie)
        self.tie_far = nn.Embedding(BUCKETS, shape.tie)
        self.tie_out = nn.Linear(shape.tie, 4)
        self.same_left = nn.Linear(shape.width, shape.tie)
        self.same_right = nn.Linear(shape.width, shape.tie)
        self.same_far = nn.Embedding(BUCKETS, shape.tie)
        self.same_out = nn.Linear(shape.tie, 1)

    def ties(self, cues: Tensor, pieces: Tensor, offset: Tensor) -> Tensor:
        """cues: [c, width], pieces: [c, n, width], offset: [c, n] → [c, n, 4]"""
        mixed = (
            self.tie_cue(cues)[:, None] + self.tie_piece(pieces) + self.tie_far(distance(offset))
        )
        return self.tie_out(F.gelu(mixed))

    def same(self, left: Tensor, right: Tensor, offset: Tensor) -> Tensor:
        """left, right: [m, width], offset: [m] → [m]"""
        a, b = self.same_left(left), self.same_right(right)
        mixed = a + b + a * b + self.same_far(distance(offset))
        return self.same_out(F.gelu(mixed)).squeeze(-1)


class Network(nn.Module):
    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(shape, dropout)
        self.heads = Heads(shape)
        self.drop = nn.Dropout(dropout)


def load_base(network: Network, weights: dict[str, Tensor]) -> None:
    """Fill the encoder from the base model's tensors, named as in its safetensors file."""
    encoder = network.encoder
    copy = {
        "embeddings.word_embeddings.weight": encoder.words.weight,
        "embeddings.position_embeddings.weight": encoder.places.weight,
        "embeddings.LayerNorm.weight": encoder.norm.weight,
        "embeddings.LayerNorm.bias": encoder.norm.bias,
    }
    with torch.no_grad():
        for name, target in copy.items():
            target.copy_(weights[name])
        # Every token is of type 0: the type's vector belongs to each place.
        encoder.places.weight += weights["embeddings.token_type_embeddings.weight"][0]
        for index, layer in enumerate(encoder.layers):
            _load_layer(layer, weights, f"encoder.layer.{index}.")


def _load_layer(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    for kind in ("weight", "bias"):
        parts = [
            weights[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")
        ]
        getattr(layer.qkv, kind).copy_(torch.cat(parts))
        for ours, theirs in (
            ("out", "attention.output.dense"),
            ("norm1", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"),
            ("down", "output.dense"),
            ("norm2", "output.LayerNorm"),
        ):
            getattr(getattr(layer, ours), kind).copy_(weights[f"{prefix}{theirs}.{kind}"])
