package io.atalaya.app;

import io.atalaya.aws.signin.Budgets;
import io.atalaya.watch.ApiBudget;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One budget for each account and region, shared by every window and connection of the program. */
final class BudgetBook implements Budgets {
    private record Place(String account, String region) {}

    private final Map<Place, ApiBudget> budgets = new ConcurrentHashMap<>();
    private final Supplier<ApiBudget> maker;

    BudgetBook(Supplier<ApiBudget> maker) {
        this.maker = maker;
    }

    @Override
    public ApiBudget of(String account, String region) {
        return budgets.computeIfAbsent(new Place(account, region), it -> maker.get());
    }
}
