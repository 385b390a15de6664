-- The Markdown source of a product's description. It isn't searched. The previous version neither reads nor writes it.
ALTER TABLE product ADD COLUMN description varchar(10000);
