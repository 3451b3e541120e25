// The other process of the example: the same job.
package com.example.finance;

public final class Reconciliation {
    public static void main(String[] args) throws Exception {
        Settlement.main(args);
    }

    private Reconciliation() {}
}
