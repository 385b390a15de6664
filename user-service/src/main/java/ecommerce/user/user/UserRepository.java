package ecommerce.user.user;

import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Stores users. User names and email addresses are compared without regard to case. */
public interface UserRepository extends JpaRepository<User, Long> {

    @Query("select u from User u where lower(u.username) = lower(:username)")
    Optional<User> findByUsername(String username);

    @Query("select count(u) > 0 from User u where lower(u.email) = lower(:email) and u.userId <> :exceptId")
    boolean existsByEmail(String email, long exceptId);

    /** Finds users whose name, user name or email contains the text. An empty text finds all. */
    @Query("""
            select u from User u
             where :text = ''
                or lower(concat(u.firstName, ' ', u.lastName)) like lower(concat('%', :text, '%')) escape '\\'
                or lower(u.username) like lower(concat('%', :text, '%')) escape '\\'
                or lower(u.email) like lower(concat('%', :text, '%')) escape '\\'
            """)
    Page<User> search(String text, Pageable pageable);
}
