"""Speed beside a floor or a peer, measured side by side in one run: `python -m benchmarks`."""
