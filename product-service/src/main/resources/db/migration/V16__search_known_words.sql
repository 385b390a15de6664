-- The words of all titles and categories. A misspelt word is compared with these words, and not with the text of each product. If this
-- migration is interrupted, it runs again from its start.

-- A word may be there twice: with a unique key, an import would wait for another one that has the same new word. A word stays when its
-- last product is deleted. Then it finds nothing.
CREATE TABLE IF NOT EXISTS search_word (word text NOT NULL);
CREATE INDEX IF NOT EXISTS search_word_idx ON search_word (word);
CREATE INDEX IF NOT EXISTS search_word_trigrams_idx ON search_word USING gin (word public.gin_trgm_ops);

-- Words of titles have the weight A in a product, words of categories C. Numbers aren't compared.
CREATE OR REPLACE FUNCTION search_learn_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_word
    SELECT word
      FROM (SELECT DISTINCT unnest(tsvector_to_array(ts_filter(search_words, '{a}'))) AS word FROM changed) AS title
     WHERE word !~ '[0-9]' AND NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = title.word);
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER search_learn_products AFTER INSERT ON product
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_learn_products();

CREATE OR REPLACE FUNCTION search_learn_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_word
    SELECT word
      FROM unnest(tsvector_to_array(ts_filter(NEW.search_words, '{a,c}'))) AS word
     WHERE word !~ '[0-9]' AND NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = word.word);
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER search_learn_title AFTER UPDATE OF product_title ON product
    FOR EACH ROW WHEN (OLD.product_title <> NEW.product_title) EXECUTE FUNCTION search_learn_row();
CREATE OR REPLACE TRIGGER search_learn_category AFTER INSERT OR UPDATE OF category_title ON category
    FOR EACH ROW EXECUTE FUNCTION search_learn_row();

INSERT INTO search_word
SELECT word
  FROM (SELECT word FROM ts_stat('SELECT search_words FROM product', 'a')
        UNION SELECT unnest(tsvector_to_array(search_words)) FROM category) AS present
 WHERE word !~ '[0-9]' AND NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = present.word);
ANALYZE search_word;

-- The query for products that have each of these words, or one of the twenty most similar known words. The last word may be unfinished.
CREATE OR REPLACE FUNCTION search_similar(words text) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC
    SELECT string_agg('(' || search_term(typed.word, typed.place = typed.last) || coalesce(alike.words, '') || ')', ' & ')
      FROM (SELECT word, place, max(place) OVER () AS last
              FROM string_to_table(words, ' ') WITH ORDINALITY AS typed (word, place)) AS typed
     CROSS JOIN LATERAL (
            SELECT string_agg(format(' | ''%s''', word), '') AS words
              FROM (SELECT word FROM search_word WHERE typed.word OPERATOR(public.<%) word
                     GROUP BY word ORDER BY public.word_similarity(typed.word, word) DESC, word LIMIT 20) AS known) AS alike;
END;
