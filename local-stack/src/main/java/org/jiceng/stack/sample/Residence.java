package org.jiceng.stack.sample;

import java.util.stream.IntStream;

/** Who lives where: communities first, then villages; each column adds up to the plan. */
final class Residence {
  private final int[] households;
  private final int[] population;
  private final int[] registered;
  private final int[] migrant;

  Residence(SamplePlan.Territory plan, Dice dice) {
    int leaves = plan.communities() + plan.villages();
    int ordinary = plan.communities() - 2;
    int[] communities =
        Shares.between(
            plan.minHouseholds() + 50,
            plan.maxHouseholds() - 1000,
            plan.meanHouseholds() * plan.communities()
                - plan.maxHouseholds()
                - plan.minHouseholds(),
            ordinary,
            i -> 0.3 + dice.fraction() + Math.pow(dice.fraction(), 4));
    households =
        IntStream.concat(
                IntStream.concat(IntStream.of(plan.maxHouseholds()), IntStream.of(communities)),
                IntStream.concat(
                    IntStream.of(plan.minHouseholds()),
                    IntStream.generate(() -> dice.between(300, 1500)).limit(plan.villages())))
            .toArray();
    population = Shares.of(plan.population(), leaves, i -> households[i]);
    registered = Shares.of(plan.registeredPopulation(), leaves, i -> population[i]);
    migrant =
        Shares.of(
            plan.migrantPopulation(), leaves, i -> population[i] * (0.92 + 0.16 * dice.fraction()));
  }

  Area.Residents of(int leaf) {
    return new Area.Residents(population[leaf], registered[leaf], migrant[leaf], households[leaf]);
  }
}
