-- Why the member moves, in the words of whoever asks; free text may tell of a person, so encrypted.
alter table transfer add column reason bytea;
