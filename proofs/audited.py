"""What the Rocq kernel finds in a run: from the ledger where it fits, else by one audit, carried out beside the other deciders."""

from collections.abc import Callable, Collection, Iterator, Mapping

from proofs.finding import Finding
from proofs.ledger import Ledger, folder, kernel_key, stated
from symbolic.claim import Claim


class Audit:
    """The kernel's part of a run; what has to be audited is begun at once."""

    def __init__(self, claims: Mapping[str, Claim], labels: Collection[str], jobs: int | None, ignored: bool) -> None:
        """``ignored``: take nothing from the ledger."""
        self._ledger = Ledger(folder() / "kernel")
        self._keys = {label: key for label in labels if (key := kernel_key(claims[label]))}
        entries = {} if ignored else {label: self._ledger.read(label, key) for label, key in self._keys.items()}
        self._known = {label: fs for label, fs in entries.items() if fs is not None}
        self._todo = [label for label in self._keys if label not in self._known]
        self._auditing = None
        if self._todo:
            from proofs.kernel.project import Auditing
            from proofs.pool import cores

            self._stated = {label: stated(claims[label]) for label in self._todo}
            self._jobs = jobs or cores()
            self._auditing = Auditing(claims, self._todo, self._jobs)

    def findings(self, seconds: float, progress: Callable[[int, int, str], None] | None) -> Iterator[tuple[str, tuple[Finding, ...]]]:
        """What the kernel finds of each claim, once the audit is done; a claim may take ``seconds`` after that."""
        yield from self._known.items()
        if self._auditing is None:
            return
        from proofs.pool import decide_all

        if progress is not None:
            progress(0, len(self._todo), "kernel: audit of the Rocq development")
        audited = self._auditing.wait()
        for done, (label, fs) in enumerate(decide_all(self._stated, self._jobs, seconds, audited), 1):
            self._ledger.write(label, self._keys[label], fs)
            if progress is not None:
                progress(done, len(self._todo), f"kernel: {label}")
            yield label, fs

    def stop(self) -> None:
        """End the audit, whether or not it is done."""
        if self._auditing is not None:
            self._auditing.stop()
