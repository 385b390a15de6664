-- Search by folded words, by parts of words and by likeness. pg_trgm is a trusted extension: the owner of the database may
-- create it. It stays in schema public, which every role can use, and is named with its schema wherever it is used.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- One spelling for all: lower case, no accents, no apostrophes, no soft hyphens or zero-width characters.
CREATE FUNCTION search_fold(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(replace(replace(replace(replace(replace(
    regexp_replace(lower(normalize(text, NFKD) COLLATE "und-x-icu"),
        '[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff''\u2018\u2019\u02bc`]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ij', 'ij'), 'øłđðı×', 'olddix');

-- The spelling of people without these letters on their keyboard.
CREATE FUNCTION search_umlauts(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(
    lower(normalize(text, NFC) COLLATE "und-x-icu"), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ø', 'oe'), 'å', 'aa');

-- A word and what it may be the plural of. Nothing else is stemmed, so that no beginning of a word falls into a hole.
CREATE FUNCTION search_forms(word text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN right(word, 1) <> 's' THEN ARRAY[word] ELSE array_remove(ARRAY[word,
    CASE WHEN word ~ '[a-z]{2}[^s]s$' THEN left(word, -1) END,
    CASE WHEN word ~ '[a-z](s|x|z|ch|sh|o)es$' THEN left(word, -2) END,
    CASE WHEN word ~ '[a-z]{2}ies$' THEN left(word, -3) || 'y' END,
    CASE WHEN word ~ '[a-z]{2}ves$' THEN left(word, -3) || 'f' END,
    CASE WHEN word ~ '[a-z]{2}ves$' THEN left(word, -3) || 'fe' END], NULL) END;

-- The parts of a piece between blanks: "t-shirt" is t and shirt, "100ml" is 100 and ml.
CREATE FUNCTION search_split(piece text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN piece COLLATE "C" ~ '^[a-z]+$' THEN ARRAY[piece] ELSE
    array_remove(regexp_split_to_array(regexp_replace(regexp_replace(piece COLLATE "und-x-icu",
        '([[:alpha:]])(?=[[:digit:]])', '\1 ', 'g'), '([[:digit:]])(?=[[:alpha:]])', '\1 ', 'g'), '[^[:alnum:]]+'), '') END;

CREATE FUNCTION search_join(piece text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(piece COLLATE "und-x-icu", '[^[:alnum:]]+', '', 'g');

-- The words of a text in all their forms, each with its place. Loops, for a query would be planned for each row.
CREATE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    spellings text[] := ARRAY[search_fold(text), search_fold(search_umlauts(text))];
    words     text := '';
    spelling  text;
    piece     text;
    parts     text[];
    part      text;
    form      text;
    place     integer;
BEGIN
    FOREACH spelling IN ARRAY CASE WHEN spellings[1] = spellings[2] THEN spellings[:1] ELSE spellings END LOOP
        place := 0;
        FOREACH piece IN ARRAY regexp_split_to_array(spelling, '\s+') LOOP
            place := place + 1;
            parts := search_split(piece);
            IF cardinality(parts) > 1 THEN
                parts := parts || array_to_string(parts, '');
            END IF;
            FOREACH part IN ARRAY parts LOOP
                FOREACH form IN ARRAY search_forms(part) LOOP
                    words := words || ' ''' || form || ''':' || place;
                END LOOP;
            END LOOP;
        END LOOP;
    END LOOP;
    RETURN words::tsvector;
END
$$;

-- The ends of each word, of four letters and more (of any length where words aren't parted by blanks), and "=stem".
CREATE FUNCTION search_part_vector(words text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    parts    text := '';
    word     text;
    stem     text;
    shortest integer;
BEGIN
    FOREACH word IN ARRAY words LOOP
        shortest := CASE WHEN word ~ '[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]' THEN 1 ELSE 4 END;
        parts := parts || ' ''' || word || '''';
        FOR start IN 2..least(length(word) - shortest + 1, 40) LOOP
            parts := parts || ' ''' || substr(word, start) || '''';
        END LOOP;
        FOREACH stem IN ARRAY coalesce(ts_lexize('english_stem', word), '{}') LOOP
            parts := parts || ' ''=' || stem || '''';
        END LOOP;
    END LOOP;
    RETURN parts::tsvector;
END
$$;

-- New columns, for the previous version goes on reading "search".
ALTER TABLE product
    ADD COLUMN search_words tsvector NOT NULL DEFAULT '',
    ADD COLUMN search_parts tsvector NOT NULL DEFAULT '',
    ADD COLUMN search_text  text     NOT NULL DEFAULT '',
    ADD COLUMN search_title text     NOT NULL DEFAULT '',
    ADD COLUMN search_sku   text     NOT NULL DEFAULT '';

-- Words without punctuation, to compare a whole title with.
CREATE FUNCTION search_plain(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(
    regexp_replace(search_fold(text) COLLATE "und-x-icu", '[^[:alnum:][:space:]]+', '', 'g'), '\s+', ' ', 'g'));

CREATE OR REPLACE FUNCTION product_search_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    category text := coalesce((SELECT category_title FROM category WHERE category_id = NEW.category_id), '');
    words    text := concat_ws(' ', NEW.product_title, NEW.sku, category);
BEGIN
    -- A price list names every column and changes few of them.
    IF TG_OP = 'UPDATE' AND NEW.search_words <> '' AND (NEW.product_title, NEW.sku, NEW.category_id)
            IS NOT DISTINCT FROM (OLD.product_title, OLD.sku, OLD.category_id) THEN
        RETURN NEW;
    END IF;
    NEW.search := setweight(to_tsvector('english', search_words(NEW.product_title)), 'A')
        || setweight(to_tsvector('english', search_words(NEW.sku)), 'B')
        || setweight(to_tsvector('english', search_words(category)), 'C');
    NEW.search_words := setweight(search_vector(NEW.product_title), 'A')
        || setweight(search_vector(NEW.sku), 'B')
        || setweight(search_vector(category), 'C');
    NEW.search_parts := search_part_vector(tsvector_to_array(NEW.search_words));
    NEW.search_text := search_fold(words);
    NEW.search_title := search_plain(NEW.product_title);
    NEW.search_sku := search_join(search_fold(NEW.sku));
    RETURN NEW;
END
$$;

-- Another title of the category changes the words of its products.
CREATE OR REPLACE FUNCTION category_search_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE product SET category_id = category_id, search_words = '' WHERE category_id = NEW.category_id;
    RETURN NULL;
END
$$;

-- Fills the new columns of the rows that are there.
UPDATE product SET category_id = category_id;

CREATE INDEX product_search_words_idx ON product USING gin (search_words) WHERE deleted_at IS NULL;
CREATE INDEX product_search_parts_idx ON product USING gin (search_parts) WHERE deleted_at IS NULL;
CREATE INDEX product_search_text_idx ON product USING gin (search_text public.gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE INDEX product_search_title_idx ON product (search_title text_pattern_ops) WHERE deleted_at IS NULL;

-- Titles and SKUs sort the same on every machine, whatever its C library says.
CREATE INDEX product_title_sorted_idx ON product (product_title COLLATE "und-x-icu", product_id) WHERE deleted_at IS NULL;
CREATE INDEX product_sku_sorted_idx ON product (sku COLLATE "und-x-icu", product_id) WHERE deleted_at IS NULL;

-- One word of a query. Unfinished, it is also the beginning of a word, or of a plural.
CREATE FUNCTION search_term(word text, unfinished boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT '(' || string_agg(DISTINCT format('''%s''', form) || CASE WHEN unfinished AND form = word THEN ':*' ELSE '' END, ' | ') || ')'
          FROM unnest(search_forms(word)
              || CASE WHEN unfinished THEN (search_forms(word || 's'))[2:] || (search_forms(word || 'es'))[2:] END) AS form);

CREATE FUNCTION search_part_term(word text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN format('(''%s'':*', word)
    || coalesce((SELECT string_agg(format(' | ''=%s''', stem), '') FROM unnest(ts_lexize('english_stem', word)) AS stem), '')
    || ')';

-- What a customer typed, ready to look up. words and parts are null if there is no word in it.
CREATE FUNCTION search_query(q text, OUT words text, OUT parts text, OUT likenesses text, OUT title text, OUT sku text)
LANGUAGE sql IMMUTABLE PARALLEL SAFE BEGIN ATOMIC
    WITH piece AS (
        SELECT search_join(spelt) AS word, search_split(spelt) AS split, place,
               place = max(place) OVER () AS last,
               coalesce(cardinality(ts_lexize('english_stem', search_join(spelt))) = 0, false) AS stop
          FROM regexp_split_to_table(search_fold(q), '\s+') WITH ORDINALITY AS piece (spelt, place)
         WHERE search_join(spelt) <> ''),
    kept AS (
        SELECT *, NOT stop OR bool_and(stop) OVER () AS telling FROM piece)
    SELECT string_agg('(' || search_term(word, last) || CASE WHEN cardinality(split) > 1 THEN
                   ' | (' || (SELECT string_agg(search_term(part, last AND n = cardinality(split)), ' & ')
                        FROM unnest(split) WITH ORDINALITY AS part (part, n)) || ')' ELSE '' END || ')', ' & ')
               FILTER (WHERE telling OR last),
           string_agg('(' || search_part_term(word) || CASE WHEN cardinality(split) > 1 THEN
                   ' | (' || (SELECT string_agg(search_part_term(part), ' & ') FROM unnest(split) AS part) || ')'
                   ELSE '' END || ')', ' & ')
               FILTER (WHERE telling),
           string_agg(word, ' ' ORDER BY place) FILTER (WHERE telling),
           string_agg(word, ' ' ORDER BY place),
           string_agg(word, '' ORDER BY place)
      FROM kept;
END;
