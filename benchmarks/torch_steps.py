"""Training steps of the alignment and the autoencoder in plain PyTorch, for comparison in benchmarks/steps.

The first line of standard input is a JSON object: the model, its sizes, and a safetensors file with the parameters and
a batch. Each further line requests a step on that batch. The answer is the loss, the time in milliseconds and the
processor time in milliseconds.
"""

import json
import math
import sys
import time

try:
    import torch
except ImportError:
    print("missing", flush=True)
    sys.exit()
from torch import nn
from torch.nn import functional as F

FEED_FORWARD_WIDTH = 2048


def encoder(settings):
    layer = nn.TransformerEncoderLayer(
        settings["width"], settings["heads"], FEED_FORWARD_WIDTH, settings["dropout"], batch_first=True)
    return nn.TransformerEncoder(layer, settings["depth"], enable_nested_tensor=False)


def perceptron(model, prefix):
    """Returns two linear maps with GELU between them, with the sizes of the parameters."""
    sizes = [model[f"{prefix}.{layer}.weight"].shape for layer in (0, 2)]
    return nn.Sequential(nn.Linear(sizes[0][1], sizes[0][0]), nn.GELU(), nn.Linear(sizes[1][1], sizes[1][0]))


class Tower(nn.Module):
    def __init__(self, features, settings):
        super().__init__()
        self.token_proj = nn.Linear(features, settings["width"])
        self.encoder = nn.ModuleDict({"enc": encoder(settings)})
        self.norm = nn.LayerNorm(settings["width"])
        self.whole_batch = settings["whole_batch"]

    def embed(self, tokens):
        return self.norm(self.encoder["enc"](self.token_proj(tokens)).mean(1))

    def forward(self, tokens):
        """Embeds one sample at a time, as the Python implementation does, or the whole batch."""
        return self.embed(tokens) if self.whole_batch else torch.cat([self.embed(t[None]) for t in tokens])


class Alignment(nn.Module):
    def __init__(self, parameters, settings):
        super().__init__()
        self.settings = settings
        self.lab = Tower(parameters["lab.token_proj.weight"].shape[1], settings)
        self.sensor = Tower(parameters["sensor.token_proj.weight"].shape[1], settings)
        self.cycle_heads = nn.ModuleDict({
            name: perceptron(parameters, "cycle_heads." + name) for name in ("lab_to_sensor", "sensor_to_lab")})
        self.banddepth_head = nn.ModuleDict({"net": perceptron(parameters, "banddepth_head.net")})
        self.log_tau = nn.Parameter(torch.zeros(()))

    def forward(self, batch):
        lab, sensor = self.lab(batch["lab_tokens"]), self.sensor(batch["sensor_tokens"])
        tau = self.log_tau.exp().clamp(1e-3, 1e3)
        logits = F.normalize(lab, dim=1) @ F.normalize(sensor, dim=1).T / tau
        own = torch.arange(len(logits))
        contrast = (F.cross_entropy(logits, own) + F.cross_entropy(logits.T, own)) / 2
        cycle = self.compare(self.cycle_heads["lab_to_sensor"](lab), batch["sensor"])
        cycle = cycle + self.compare(self.cycle_heads["sensor_to_lab"](sensor), batch["lab"])
        depths = F.l1_loss(self.banddepth_head["net"](sensor), batch["depths"])
        return contrast + self.settings["cycle_weight"] * cycle + self.settings["depth_weight"] * depths

    def compare(self, x, y):
        cosine = (F.normalize(x, dim=1) * F.normalize(y, dim=1)).sum(1).clamp(-1, 1)
        return self.settings["l2_weight"] * F.mse_loss(x, y) + self.settings["sam_weight"] * cosine.acos().mean()


class Autoencoder(nn.Module):
    def __init__(self, parameters, settings):
        super().__init__()
        width = settings["width"]
        self.enc = encoder(settings)
        self.posenc = nn.Embedding(*parameters["posenc.weight"].shape)
        layer = nn.TransformerDecoderLayer(
            width, settings["heads"], FEED_FORWARD_WIDTH, settings["dropout"], batch_first=True)
        self.dec = nn.TransformerDecoder(layer, max(1, settings["depth"] // 2))
        self.proj = nn.Linear(width, width)

    def forward(self, batch):
        x, tokens, features = batch["tokens"], batch["kept_tokens"], batch["kept_features"]
        hidden = (tokens == 0).expand(x.shape[:2])
        encoded = self.enc(x + self.posenc(torch.arange(x.shape[1])), src_key_padding_mask=hidden)
        difference = self.proj(self.dec(encoded, encoded)) - x
        mask = tokens[:, None] * features
        reconstruction = (difference * mask).square().sum() / (len(x) * mask.sum())
        slopes = (x[0, :, 1:] - x[0, :, :-1]) * features[1:] * features[:-1]
        return reconstruction + 1e-4 * slopes.diff().square().mean()


def read(path):
    """Returns the tensors of a safetensors file by name."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(
            data, dtype=torch.float32, count=math.prod(entry["shape"]), offset=entry["data_offsets"][0])
        .reshape(entry["shape"])
        for name, entry in header.items()}


def main():
    settings = json.loads(sys.stdin.readline())
    if settings["threads"]:
        torch.set_num_threads(settings["threads"])
    tensors = read(settings["file"])
    batch = {name.removeprefix("batch/"): x for name, x in tensors.items() if name.startswith("batch/")}
    parameters = {name: x for name, x in tensors.items() if not name.startswith("batch/")}
    model = {"alignment": Alignment, "autoencoder": Autoencoder}[settings["model"]](parameters, settings)
    model.load_state_dict(parameters)
    optimizer = torch.optim.AdamW(
        model.parameters(), settings["lr"], settings["betas"], weight_decay=settings["weight_decay"])
    print(torch.__version__, flush=True)
    for _ in sys.stdin:
        begin, cpu = time.perf_counter(), time.process_time()
        loss = model(batch)
        optimizer.zero_grad()
        loss.backward()
        if "clip" in settings:
            nn.utils.clip_grad_norm_(model.parameters(), settings["clip"])
        optimizer.step()
        value = loss.item()
        millis = 1e3 * (time.perf_counter() - begin), 1e3 * (time.process_time() - cpu)
        print(value, *millis, flush=True)


main()
