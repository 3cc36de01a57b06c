package org.jiceng.activity.brand;

import jakarta.enterprise.context.ApplicationScoped;
import org.jiceng.activity.honour.Honours;

/** The service brands there are. */
@ApplicationScoped
public class Brands extends Honours<Brand> {}
