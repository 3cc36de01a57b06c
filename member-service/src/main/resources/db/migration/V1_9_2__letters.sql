-- Letters on paper, by the code that their QR code holds: whoever has the paper may ask whether it
-- is genuine. The code is a keyed digest, so that nobody can make one up.
create table letter_print (
  code        varchar(40) primary key,
  transfer_id uuid        not null references transfer,
  issue       int         not null,
  issuer_id   uuid        not null,
  issued_on   date        not null,
  valid_until date        not null
);
