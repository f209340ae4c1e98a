"""The chain rule: intermediate variables (`intermediate`) and reverse accumulation (`method`)."""
