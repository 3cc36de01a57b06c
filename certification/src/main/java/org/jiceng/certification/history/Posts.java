package org.jiceng.certification.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiceng.events.PostKind;
import org.jiceng.events.RegistryEvent.PostCreated;
import org.jiceng.events.RegistryEvent.PostFilled;
import org.jiceng.events.RegistryEvent.PostVacated;

/** Posts, filled and vacated. */
final class Posts {
  private final Chronicle chronicle;
  private final Dice dice;
  private final Line line;
  private final List<Post> posts = new ArrayList<>();

  private static final class Post {
    final UUID id;
    LocalDate changed;
    UUID appointment;

    Post(UUID id, LocalDate on) {
      this.id = id;
      this.changed = on;
    }
  }

  Posts(Chronicle chronicle, Line line) {
    this.chronicle = chronicle;
    this.dice = chronicle.dice;
    this.line = line;
  }

  void happen() {
    if (posts.isEmpty() || dice.once(3)) {
      LocalDate on = line.day();
      Post post = new Post(dice.id(), on);
      posts.add(post);
      chronicle.tell(new PostCreated(post.id, line.any(on), dice.of(PostKind.values())), on);
    }
    Post post = dice.of(posts);
    post.changed = chronicle.daySince(post.changed);
    if (post.appointment == null) {
      post.appointment = dice.id();
      chronicle.tell(new PostFilled(post.id, post.appointment, null, null), post.changed);
    } else {
      chronicle.tell(new PostVacated(post.id, post.appointment, null), post.changed);
      post.appointment = null;
    }
  }
}
