package org.jiceng.registry.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiceng.events.OrganizationType;

/** A naive tree: each organisation knows its parent, and every question walks up. */
final class TreeModel {
  private record Node(UUID parent, OrganizationType type) {}

  private final UUID top;
  private final List<UUID> all = new ArrayList<>();
  private final Map<UUID, Node> alive = new LinkedHashMap<>();

  TreeModel(UUID top) {
    this.top = top;
    grow(top, null, OrganizationType.WORKING_COMMITTEE);
  }

  /** All that ever were, dissolved ones too. */
  List<UUID> all() {
    return all;
  }

  List<UUID> alive() {
    return List.copyOf(alive.keySet());
  }

  OrganizationType type(UUID id) {
    return alive.get(id).type();
  }

  /** From the top down to the organisation. */
  List<UUID> chain(UUID id) {
    LinkedList<UUID> chain = new LinkedList<>();
    for (UUID at = id; at != null; at = alive.get(at).parent()) {
      if (chain.contains(at)) {
        throw new AssertionError("a circle at " + at);
      }
      chain.addFirst(at);
    }
    return chain;
  }

  boolean isLegal(UUID id) {
    return id.equals(top) || Nesting.allows(type(alive.get(id).parent()), type(id));
  }

  boolean mayGrow(UUID parent, OrganizationType type) {
    return alive.containsKey(parent) && Nesting.allows(type(parent), type);
  }

  void grow(UUID id, UUID parent, OrganizationType type) {
    all.add(id);
    alive.put(id, new Node(parent, type));
  }

  boolean mayMove(UUID id, UUID parent) {
    return alive.containsKey(id)
        && alive.containsKey(parent)
        && !chain(parent).contains(id)
        && Nesting.allows(type(parent), type(id));
  }

  void move(UUID id, UUID parent) {
    alive.put(id, new Node(parent, type(id)));
  }

  boolean mayBecome(UUID id, OrganizationType type) {
    return alive.containsKey(id)
        && Nesting.allows(type(alive.get(id).parent()), type)
        && children(id).stream().allMatch(child -> Nesting.allows(type, type(child)));
  }

  void become(UUID id, OrganizationType type) {
    alive.put(id, new Node(alive.get(id).parent(), type));
  }

  boolean mayDissolve(UUID id, UUID successor) {
    if (!alive.containsKey(id)) {
      return false;
    }
    return successor == null
        ? children(id).isEmpty()
        : alive.containsKey(successor)
            && !chain(successor).contains(id)
            && children(id).stream()
                .allMatch(child -> Nesting.allows(type(successor), type(child)));
  }

  void dissolve(UUID id, UUID successor) {
    children(id).forEach(child -> move(child, successor));
    alive.remove(id);
  }

  private List<UUID> children(UUID id) {
    Map<UUID, Node> found = new HashMap<>(alive);
    found.values().removeIf(node -> !id.equals(node.parent()));
    return List.copyOf(found.keySet());
  }
}
