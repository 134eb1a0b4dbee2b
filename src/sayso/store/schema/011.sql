-- Schema 11. So that the table of claims stays quick between one decision and the next.

-- The version at which anything but a decision changed last: what rests on no decision is known to
-- hold as long as it stays.
ALTER TABLE state ADD COLUMN findings INTEGER NOT NULL DEFAULT 0;
UPDATE state SET findings = version;

-- A page far down in the claims that are open is found in the index alone; those that people have
-- looked at, which are few, in one of their own.
DROP INDEX ledger_by_date;
CREATE INDEX ledger_by_date ON ledger (
    ifnull(published, '9'), document, position, id, checked);
DROP INDEX ledger_by_score;
CREATE INDEX ledger_by_score ON ledger (score, id, checked);
CREATE INDEX ledger_by_checked ON ledger (checked) WHERE checked IS NOT NULL;
