package dev.dateline.gateway.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each key's allowance, by its name: a key that was rotated goes on with what its predecessor left. */
public final class Allowances {

    private final Limits limits;
    private final Map<String, Allowance> byKey = new ConcurrentHashMap<>();

    /** All keys have the same limits. */
    public Allowances(Limits limits) {
        this.limits = limits;
    }

    /** The key's own; as many are kept as keys were ever used. */
    public Allowance of(String keyName) {
        return byKey.computeIfAbsent(keyName, name -> new Allowance(limits));
    }
}
