package ecommerce.user.user;

import ecommerce.user.name.AccountNames;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** Stores users. User names and email addresses are compared by their keys, which are the same for all spellings. */
public interface UserRepository extends JpaRepository<User, Long> {

    /** Returns the user with this name. Among accounts that collide, the one whose own spelling this is. */
    default Optional<User> findByUsername(String username) {
        var name = AccountNames.normalized(username);
        return findBySpellingOrKey(username, AccountNames.usernameKey(username)).stream()
                .max(Comparator.comparing((User user) -> user.username().equals(username))
                        .thenComparing(user -> user.username().equalsIgnoreCase(username))
                        .thenComparing(user -> user.username().equalsIgnoreCase(name)));
    }

    @Query("""
            select u from User u
             where lower(u.username) = lower(:username) or (u.usernameKey = :key and u.usernameCollides = false)
            """)
    List<User> findBySpellingOrKey(String username, String key);

    default boolean existsByEmail(String email, long exceptId) {
        return existsByEmailOrKey(email, AccountNames.emailKey(email), exceptId);
    }

    @Query("""
            select count(u) > 0 from User u
             where (lower(u.email) = lower(:email) or (u.emailKey = :key and u.emailCollides = false))
               and u.userId <> :exceptId
            """)
    boolean existsByEmailOrKey(String email, String key, long exceptId);

    /** Replaces a hash, unless the password was changed meanwhile. */
    @Modifying
    @Transactional
    @Query("update User u set u.passwordHash = :hash where u.username = :username and u.passwordHash = :replaced")
    void rehash(String username, String replaced, String hash);

    boolean existsByRole(Role role);

    /** Returns the ids of all staff who aren't blocked, and locks their rows until the end of the transaction. */
    @Query(value = """
            SELECT user_id FROM users WHERE role = 'ADMIN' AND blocked_at IS NULL ORDER BY user_id FOR NO KEY UPDATE
            """, nativeQuery = true)
    List<Long> lockStaff();

    /**
     * Plans all further statements of the transaction for their parameters, because a plan for any parameters reads the
     * whole table.
     *
     * @return the setting
     */
    @Query(value = "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)", nativeQuery = true)
    String planForParameters();

    /**
     * Finds users whose name, user name or email address contains the text. An empty text and a null parameter match all
     * users.
     */
    @Query("""
            select u from User u
             where (:text = ''
                or lower(concat(u.firstName, ' ', u.lastName)) like lower(concat('%', :text, '%')) escape '\\'
                or lower(u.username) like lower(concat('%', :text, '%')) escape '\\'
                or lower(u.email) like lower(concat('%', :text, '%')) escape '\\')
               and (:role is null or u.role = :role)
               and (:blocked is null
                or :blocked = true and u.block.blockedAt is not null
                or :blocked = false and u.block.blockedAt is null)
            """)
    Page<User> search(String text, @Nullable Role role, @Nullable Boolean blocked, Pageable pageable);
}
