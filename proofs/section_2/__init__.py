"""Section 2: GRPO as a weighted contrastive loss."""
