-- The same words as before, computed faster. A text of ASCII characters needs neither Unicode's tables nor a second spelling, and
-- most pieces of a text are plain words.
CREATE OR REPLACE FUNCTION search_fold(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(text) = length(text) THEN translate(lower(text COLLATE "C"), '''`', '') COLLATE "und-x-icu"
    ELSE translate(replace(replace(replace(replace(replace(
        regexp_replace(lower(normalize(text, NFKD) COLLATE "und-x-icu"),
            '[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff''\u2018\u2019\u02bc`]', '', 'g'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ij', 'ij'), 'øłđðı×', 'olddix') END;

CREATE OR REPLACE FUNCTION search_vector(text text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    spellings text[] := ARRAY[search_fold(text)];
    words     text := '';
    spelling  text;
    piece     text;
    plain     text;
    parts     text[];
    part      text;
    form      text;
    place     integer;
BEGIN
    IF octet_length(text) <> length(text) AND search_fold(search_umlauts(text)) <> spellings[1] THEN
        spellings := spellings || search_fold(search_umlauts(text));
    END IF;
    FOREACH spelling IN ARRAY spellings LOOP
        place := 0;
        FOREACH piece IN ARRAY CASE WHEN spelling ~ '^\s|\s\s|[^\S ]' THEN regexp_split_to_array(spelling, '\s+')
                ELSE string_to_array(spelling, ' ') END LOOP
            place := place + 1;
            plain := btrim(piece, ',.;:!?()"/+-');
            IF plain COLLATE "C" ~ '^([a-z]+|[0-9]+)$' AND right(plain, 1) <> 's' THEN
                words := words || ' ' || plain || ':' || place;
                CONTINUE;
            END IF;
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

CREATE OR REPLACE FUNCTION search_part_vector(words text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    parts    text := '';
    word     text;
    stem     text;
    shortest integer;
BEGIN
    FOREACH word IN ARRAY words LOOP
        shortest := CASE WHEN octet_length(word) > length(word) AND word ~ '[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff]' THEN 1 ELSE 4 END;
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

-- Words without punctuation, to compare a whole title with.
CREATE OR REPLACE FUNCTION search_plain(text text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim(regexp_replace(CASE WHEN octet_length(text) = length(text)
    THEN translate(search_fold(text), '!"#$%&()*+,-./:;<=>?@[\]^_{|}~', '')
    ELSE regexp_replace(search_fold(text) COLLATE "und-x-icu", '[^[:alnum:][:space:]]+', '', 'g') END,
    -- A single blank stays as it is.
    '\s\s+|[^\S ]', ' ', 'g'));
