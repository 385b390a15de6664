package ecommerce.product.category;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

public interface CategoryRepository extends JpaRepository<Category, Long> {

    /** Finds the categories directly below a parent, or all categories if it is null. */
    @Query(
            value = "select c from Category c left join fetch c.parentCategory p"
                    + " where :parentId is null or p.categoryId = :parentId",
            countQuery = "select count(c) from Category c"
                    + " where :parentId is null or c.parentCategory.categoryId = :parentId")
    Page<Category> search(@Nullable Long parentId, Pageable pageable);

    @Query("select c from Category c left join fetch c.parentCategory where c.categoryId = :categoryId")
    Optional<Category> findWithParent(long categoryId);

    @Query("select c from Category c where c.parentCategory.categoryId = :parentId"
            + " order by c.categoryTitle, c.categoryId")
    List<Category> findChildren(long parentId);

    /** Returns the ids of the category and of all its ancestors. */
    @Query(nativeQuery = true, value = """
                    WITH RECURSIVE ancestor AS (
                        SELECT category_id, parent_category_id FROM category WHERE category_id = :categoryId
                        UNION
                        SELECT c.category_id, c.parent_category_id
                          FROM category c JOIN ancestor a ON c.category_id = a.parent_category_id)
                    SELECT category_id FROM ancestor
                    """)
    List<Long> findAncestry(long categoryId);

    @Query(
            nativeQuery = true,
            value = "SELECT EXISTS (SELECT FROM product WHERE category_id = :categoryId AND deleted_at IS NULL)")
    boolean hasProducts(long categoryId);

    /** Tells whether another category below the parent has the title. A parent of 0 stands for the top level. */
    @Query(nativeQuery = true, value = """
                    SELECT EXISTS (SELECT FROM category WHERE coalesce(parent_category_id, 0) = :parentId
                                      AND lower(category_title) = lower(:title) AND category_id <> :exceptId)
                    """)
    boolean hasSibling(long parentId, String title, long exceptId);

    /** Removes the category from deleted products. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "UPDATE product SET category_id = NULL WHERE category_id = :categoryId AND deleted_at IS NOT NULL")
    void leaveDeletedProducts(long categoryId);

    /**
     * Locks the category tree until the transaction ends. Every move of a category takes this lock, so that concurrent
     * moves can't create a cycle.
     */
    @Query(nativeQuery = true, value = "SELECT 1 FROM pg_advisory_xact_lock(7465002)")
    int lockTree();
}
