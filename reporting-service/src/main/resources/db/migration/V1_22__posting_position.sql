-- What was posted after a report was sealed, for the causes of a correction. Postings come about in
-- the order of their positions, so that a few bytes for each range of blocks tell where to begin.
create index posting_position on projection.posting using brin (sequence);
