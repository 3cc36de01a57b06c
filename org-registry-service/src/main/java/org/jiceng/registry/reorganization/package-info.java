/** Merge (合并), split (拆分) and dissolution (撤销): rehearsed, planned, decided, followed. */
package org.jiceng.registry.reorganization;
