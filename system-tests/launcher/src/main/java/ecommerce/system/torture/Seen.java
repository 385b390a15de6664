package ecommerce.system.torture;

import ecommerce.system.client.Account;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects the responses that customers and staff received, to compare them with the database. */
final class Seen {

    /** A successful checkout with its idempotency key and request body. */
    record Placed(Account customer, String key, Map<String, Object> request, long orderId) {}

    final Queue<Placed> placed = new ConcurrentLinkedQueue<>();
    final Set<Long> cancelled = ConcurrentHashMap.newKeySet();
    final Set<Long> returned = ConcurrentHashMap.newKeySet();
    final AtomicInteger splits = new AtomicInteger();
    final AtomicInteger partCancels = new AtomicInteger();
    final AtomicInteger partReturns = new AtomicInteger();
    final Set<Long> goodwill = ConcurrentHashMap.newKeySet();
    final AtomicInteger lostParcels = new AtomicInteger();
    final AtomicInteger corrections = new AtomicInteger();
    final AtomicInteger checkouts = new AtomicInteger();
    final AtomicInteger repeats = new AtomicInteger();
    final AtomicInteger refusals = new AtomicInteger();
    final AtomicInteger noAnswers = new AtomicInteger();
    final Queue<String> surprises = new ConcurrentLinkedQueue<>();
}
